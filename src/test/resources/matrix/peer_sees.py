# SPDX-FileCopyrightText: The Skizzenlotse authors
# SPDX-License-Identifier: Apache-2.0
"""What happens to a peer, as it is told."""
import hashlib
import logging

from nio import (
    BadEvent,
    Event,
    InviteMemberEvent,
    MegolmEvent,
    ReactionEvent,
    ReceiptEvent,
    RedactedEvent,
    RedactionEvent,
    RoomEncryptedMedia,
    RoomKeyEvent,
    RoomMemberEvent,
    RoomMessage,
    RoomMessageMedia,
    TypingNoticeEvent,
    UnknownBadEvent,
)
from nio.crypto import decrypt_attachment


def described(room, event):
    """An event of a timeline in the words of Peer.java."""
    source = event.source
    told = {
        "kind": kind(event),
        "room": room,
        "id": source.get("event_id", ""),
        "sender": source.get("sender", ""),
        "type": source.get("type", ""),
        "content": source.get("content", {}),
        "decrypted": getattr(event, "decrypted", False),
        "verified": getattr(event, "verified", False),
    }
    if isinstance(event, ReactionEvent):
        told.update(to=event.reacts_to, key=event.key)
    if isinstance(event, RedactionEvent):
        told.update(redacts=event.redacts, reason=event.reason or "")
    if isinstance(event, RoomMemberEvent):
        reason = event.content.get("reason", "")
        told.update(user=event.state_key, membership=event.membership, reason=reason)
    return told


def kind(event):
    kinds = (
        (RoomMessage, "message"),
        (MegolmEvent, "unreadable"),
        (ReactionEvent, "reaction"),
        (RedactionEvent, "redaction"),
        (RedactedEvent, "redacted"),
        (RoomMemberEvent, "member"),
        ((BadEvent, UnknownBadEvent), "bad"),
    )
    return next((name for types, name in kinds if isinstance(event, types)), "other")


class Sights:
    def __init__(self, client, tell, files):
        self.client = client
        self.tell = tell
        self.files = files
        self.unreadable = {}
        client.add_event_callback(self.event, (Event, BadEvent, UnknownBadEvent))
        client.add_event_callback(self.invited, InviteMemberEvent)
        client.add_ephemeral_callback(self.fleeting, (TypingNoticeEvent, ReceiptEvent))
        client.add_to_device_callback(self.key_came, RoomKeyEvent)

    async def event(self, room, event):
        try:
            told = described(room.room_id, event)
            if isinstance(event, MegolmEvent):
                self.unreadable[event.event_id] = (room, event)
            if isinstance(event, (RoomMessageMedia, RoomEncryptedMedia)):
                told["file"] = await self.file(event)
            self.tell(told)
        except Exception as wrong:
            logging.exception("event")
            self.tell({"kind": "broken", "room": room.room_id, "why": repr(wrong)})

    async def file(self, event):
        """Gets and opens it; one that cannot be had is told of with the reason."""
        answer = await self.client.download(event.url)
        body = getattr(answer, "body", None)
        if body is None:
            return {"wrong": str(answer)}
        if isinstance(event, RoomEncryptedMedia):
            body = decrypt_attachment(body, event.key["k"], event.hashes["sha256"], event.iv)
        self.files.mkdir(exist_ok=True)
        place = self.files / hashlib.sha256(event.event_id.encode()).hexdigest()
        place.write_bytes(body)
        content = event.source["content"]
        return {
            "name": content.get("filename", content["body"]),
            "size": len(body),
            "mime": content.get("info", {}).get("mimetype", ""),
            "sha256": hashlib.sha256(body).hexdigest(),
            "path": str(place),
        }

    async def key_came(self, key):
        for room, event in list(self.unreadable.values()):
            opened = self.client.olm._decrypt_megolm_no_error(event)
            if opened is not None:
                del self.unreadable[event.event_id]
                await self.event(room, opened)

    async def invited(self, room, event):
        if event.state_key == self.client.user_id and event.membership == "invite":
            self.tell({"kind": "invited", "room": room.room_id, "sender": event.sender})

    async def fleeting(self, room, event):
        if isinstance(event, TypingNoticeEvent):
            self.tell({"kind": "typing", "room": room.room_id, "users": event.users})
            return
        for receipt in event.receipts:
            self.tell(
                {
                    "kind": "read",
                    "room": room.room_id,
                    "sender": receipt.user_id,
                    "event": receipt.event_id,
                }
            )

    async def left(self, answer):
        """Rooms that we are no more in: nio tells of them in no other way."""
        for room, info in answer.rooms.leave.items():
            self.client.rooms.pop(room, None)
            self.client.invited_rooms.pop(room, None)
            for event in info.timeline.events:
                if isinstance(event, RoomMemberEvent):
                    self.tell(described(room, event))
