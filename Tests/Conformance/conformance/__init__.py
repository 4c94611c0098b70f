"""cltask held against its peers: the same files to both, every value compared."""
