print("cltask")
