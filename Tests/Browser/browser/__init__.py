"""Leaderboards as people meet them: in a browser, by keyboard, read aloud, on paper."""
