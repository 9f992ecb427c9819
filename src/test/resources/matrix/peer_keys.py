# SPDX-FileCopyrightText: The Skizzenlotse authors
# SPDX-License-Identifier: Apache-2.0
"""Cross-signing, which nio does not know: an identity for a peer, and a look at anybody's."""
from signedjson.key import decode_verify_key_bytes, generate_signing_key
from signedjson.sign import SignatureVerifyException, sign_json, verify_signed_json
from unpaddedbase64 import decode_base64, encode_base64


async def facts(raw, user):
    """What the server says of this user's keys, with every signature checked."""
    answer = await raw("POST", "keys/query", {"device_keys": {user: []}})
    master = answer.get("master_keys", {}).get(user)
    signer = answer.get("self_signing_keys", {}).get(user)
    devices = answer["device_keys"].get(user, {})
    return {
        "master": master is not None,
        "selfSigning": signed(signer, master, user),
        "devices": sorted(devices),
        "signed": sorted(id for id, one in devices.items() if signed(one, signer, user)),
    }


def signed(thing, key, user):
    """Whether the one key of `key` has signed `thing`."""
    if not thing or not key:
        return False
    (name, public), = key["keys"].items()
    try:
        verify_signed_json(thing, user, decode_verify_key_bytes(name, decode_base64(public)))
        return True
    except SignatureVerifyException:
        return False


async def identify(raw, user, device):
    """Makes this user an identity, which signs the device; both keys are forgotten."""
    master, signer = secret(), secret()
    keys = {
        "master_key": public(master, user, "master"),
        "self_signing_key": sign_json(public(signer, user, "self_signing"), user, master),
    }
    await raw("POST", "keys/device_signing/upload", keys)
    known = await raw("POST", "keys/query", {"device_keys": {user: [device]}})
    mine = known["device_keys"][user][device]
    for server in ("signatures", "unsigned"):
        mine.pop(server, None)
    await raw("POST", "keys/signatures/upload", {user: {device: sign_json(mine, user, signer)}})


def secret():
    """A key that goes by its public half, as cross-signing wants."""
    key = generate_signing_key("")
    key.version = encode_base64(key.verify_key.encode())
    return key


def public(key, user, usage):
    return {"user_id": user, "usage": [usage], "keys": {f"ed25519:{key.version}": key.version}}
