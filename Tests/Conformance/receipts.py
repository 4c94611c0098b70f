#!/usr/bin/env python3
"""Holds receipts against securesystemslib, the reference implementation of DSSE in Python.

    receipts.py                  checks the committed receipt, which cltask writes byte for byte
    receipts.py FILE… --key KEY  checks other receipts with a public key in PEM
    receipts.py --write          makes the committed receipt anew, without cltask
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from securesystemslib.dsse import Envelope
from securesystemslib.exceptions import VerificationError
from securesystemslib.signer import CryptoSigner, SSlibKey

REFERENCES = Path(__file__).resolve().parent.parent / "AttestationTests" / "References"
RECEIPT = REFERENCES / "receipt.dsse.json"
PUBLIC = REFERENCES / "organizer.pub.pem"
PRIVATE = REFERENCES / "organizer.pem"

PAYLOAD_TYPE = "application/vnd.in-toto+json"

STATEMENT = {
    "_type": "https://in-toto.io/Statement/v1",
    "subject": [{"name": "aurora/bm25", "digest": {"sha256": "a" * 64}}],
    "predicateType": "cltask:score-receipt/1",
    "predicate": {
        "task": "suicide-risk",
        "split": "test",
        "cltask": "0.1.0",
        "digests": {
            "task": {"sha256": "b" * 64},
            "gold": {"sha256": "c" * 64},
            "groups": {"sha256": "d" * 64},
            "items": {"sha256": "e" * 64},
        },
        "options": {"ties": "expected", "replicates": "10000"},
        "seed": "20260101",
        "precision": "full",
        "signature": "AUC|task:suicide-risk|split:test|gold:cccccccc|v:0.1.0",
        "values": {
            "measures": {
                "AUC": {"value": 0.8125, "interval": {"low": 0.7, "high": 1 / 3 + 0.5}},
                "TTR@0.8": {"value": None, "undefined": "recall 0.8 is never reached"},
            }
        },
    },
}
"""What `ReceiptSample` of the tests says."""


def named(pem: bytes) -> SSlibKey:
    """A public key under the name that cltask gives it: SHA-256 of its DER."""
    key = serialization.load_pem_public_key(pem)
    der = key.public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return SSlibKey.from_crypto(key, keyid=hashlib.sha256(der).hexdigest())


def canonical(value: object) -> str:
    """RFC 8785, for the values of this receipt."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def make() -> str:
    private = serialization.load_pem_private_key(PRIVATE.read_bytes(), password=None)
    envelope = Envelope(canonical(STATEMENT).encode(), PAYLOAD_TYPE, {})
    envelope.sign(CryptoSigner(private, named(PUBLIC.read_bytes())))
    return canonical(envelope.to_dict()) + "\n"


def problem(text: str, key: SSlibKey) -> str | None:
    """Why a receipt does not hold; None where it does."""
    try:
        envelope = Envelope.from_dict(json.loads(text))
        envelope.verify([key], threshold=1)
    except (VerificationError, ValueError, KeyError, TypeError) as error:
        return f"{type(error).__name__}: {error}"
    if envelope.payload_type != PAYLOAD_TYPE:
        return f"of type {envelope.payload_type}"
    statement = json.loads(envelope.payload)
    for name in ("_type", "predicateType"):
        if statement.get(name) != STATEMENT[name]:
            return f"{name} is {statement.get(name)}"
    return None


def tampered(text: str) -> str:
    """The same envelope with another task in it."""
    envelope = Envelope.from_dict(json.loads(text))
    envelope.payload = envelope.payload.replace(b"suicide-risk", b"suicide-risc")
    return json.dumps(envelope.to_dict())


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--key", type=Path, default=PUBLIC)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    if arguments.write:
        RECEIPT.write_text(make(), encoding="utf-8")
    key = named(arguments.key.read_bytes())
    failed = 0
    for file in arguments.files or [RECEIPT]:
        text = file.read_text(encoding="utf-8")
        wrong = problem(text, key)
        if wrong is None and problem(tampered(text), key) is None and file == RECEIPT:
            wrong = "a changed payload holds as well"
        if wrong is None and file == RECEIPT and text != make():
            wrong = "securesystemslib writes other bytes"
        print(f"{file.name}: {wrong or 'holds for securesystemslib'}", file=sys.stderr)
        failed += wrong is not None
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
