# SPDX-FileCopyrightText: The Skizzenlotse authors
# SPDX-License-Identifier: Apache-2.0
"""What a peer can be asked to do; each gets what was asked and gives what to answer."""
import asyncio
import json
from pathlib import Path

from nio import EnableEncryptionBuilder, ErrorResponse, Event, MegolmEvent, RoomPreset
from nio.event_builders import ToDeviceMessage

import peer_keys
from peer_sees import described

POLL_SECONDS = 0.05
PAGE = 100


class Refused(Exception):
    """The server said no."""

    def __init__(self, code, message):
        super().__init__(f"{code} {message}")
        self.code = code


def taken(answer):
    if isinstance(answer, ErrorResponse):
        raise Refused(answer.status_code, answer.message)
    return answer


class Doings:
    def __init__(self, client):
        self.client = client
        self.withheld = {}

    async def create(self, given):
        """A room with these people invited."""
        presets = {True: RoomPreset.trusted_private_chat, False: RoomPreset.private_chat}
        encryption = [EnableEncryptionBuilder().as_dict()] if given["encrypted"] else []
        answer = taken(
            await self.client.room_create(
                is_direct=given["direct"],
                invite=given["invited"],
                preset=presets[given["direct"]],
                initial_state=encryption,
            )
        )
        await self.known(answer.room_id)
        return {"room": answer.room_id}

    async def known(self, room):
        """The room, once the client has heard of it."""
        while room not in self.client.rooms:
            await asyncio.sleep(POLL_SECONDS)
        return self.client.rooms[room]

    async def await_member(self, given):
        """Until both the server and our client know that this user is in."""
        room = await self.known(given["room"])
        while given["user"] not in await self.inside(given["room"]):
            await asyncio.sleep(POLL_SECONDS)
        while room.users.get(given["user"]) is None or room.users[given["user"]].invited:
            await asyncio.sleep(POLL_SECONDS)

    async def inside(self, room):
        answer = await self.raw("GET", f"rooms/{room}/joined_members")
        return list(answer["joined"])

    async def members(self, given):
        return {"members": await self.inside(given["room"])}

    async def invite(self, given):
        taken(await self.client.room_invite(given["room"], given["user"]))

    async def join(self, given):
        taken(await self.client.join(given["room"]))
        room = await self.known(given["room"])
        while self.client.user_id not in room.users or room.users[self.client.user_id].invited:
            await asyncio.sleep(POLL_SECONDS)

    async def leave(self, given):
        taken(await self.client.room_leave(given["room"]))
        self.client.rooms.pop(given["room"], None)

    async def kick(self, given):
        taken(await self.client.room_kick(given["room"], given["user"], given.get("reason")))

    async def send(self, given):
        room = await self.known(given["room"])
        if room.encrypted:
            await self.fresh_devices(set(room.users))
        answer = await self.client.room_send(
            given["room"], given["type"], given["content"], ignore_unverified_devices=True
        )
        return {"event": taken(answer).event_id}

    async def fresh_devices(self, users):
        """Asks again which devices there are: whoever logged in just now reads along too."""
        self.client.olm.add_changed_users(users)
        self.client.users_for_key_query.update(users)
        await self.client.keys_query()

    async def upload(self, given):
        """Sends the file of that path as a message; encrypted where the room is."""
        room = await self.known(given["room"])
        path = Path(given["path"])
        size = path.stat().st_size
        with path.open("rb") as data:
            answer, secret = await self.client.upload(
                data,
                content_type=given["mime"],
                filename=None if room.encrypted else given["name"],
                encrypt=room.encrypted,
                filesize=size,
            )
        content = {
            "msgtype": given["msgtype"],
            "body": given["name"],
            "filename": given["name"],
            "info": {"size": size, "mimetype": given["mime"]},
            **given["more"],
        }
        place = taken(answer).content_uri
        if secret:
            content["file"] = {**secret, "url": place}
        else:
            content["url"] = place
        return await self.send({**given, "type": "m.room.message", "content": content})

    async def redact(self, given):
        answer = await self.client.room_redact(
            given["room"], given["event"], given.get("reason")
        )
        return {"event": taken(answer).event_id}

    async def typing(self, given):
        taken(await self.client.room_typing(given["room"], given["on"]))

    async def read(self, given):
        taken(await self.client.update_receipt_marker(given["room"], given["event"]))

    async def blind(self, given):
        """From now on the devices of this user get no keys of ours, or get them again."""
        await self.fresh_devices({given["user"]})
        for device in list(self.client.device_store.active_user_devices(given["user"])):
            if given["on"]:
                self.client.blacklist_device(device)
            else:
                self.client.unblacklist_device(device)
        self.client.olm.outbound_group_sessions.clear()

    async def send_unreadable(self, given):
        """Sends something whose key this user does not get before `share`."""
        room = given["room"]
        await self.blind({"user": given["user"], "on": True})
        self.client.olm.create_outbound_group_session(room)
        session = self.client.olm.outbound_group_sessions[room]
        key = {
            "algorithm": "m.megolm.v1.aes-sha2",
            "room_id": room,
            "session_id": session.id,
            "session_key": session.session_key,
        }
        answer = await self.send(given)
        await self.blind({"user": given["user"], "on": False})
        self.withheld[answer["event"]] = key
        return answer

    async def share(self, given):
        """Gives the key of what was sent unreadable to every device of this user."""
        olm = self.client.olm
        await self.fresh_devices({given["user"]})
        missing = olm.get_missing_sessions([given["user"]])
        if missing:
            taken(await self.client.keys_claim(missing))
        for device in self.client.device_store.active_user_devices(given["user"]):
            session = olm.session_store.get(device.curve25519)
            key = self.withheld[given["event"]]
            content = olm._olm_encrypt(session, device, "m.room_key", key)
            message = ToDeviceMessage("m.room.encrypted", device.user_id, device.id, content)
            taken(await self.client.to_device(message))

    async def trust(self, given):
        """Takes every device that this user has now for verified, or for not."""
        await self.fresh_devices({given["user"]})
        for device in list(self.client.device_store.active_user_devices(given["user"])):
            if given["on"]:
                self.client.verify_device(device)
            else:
                self.client.unverify_device(device)

    async def history(self, given):
        """The whole timeline of the room as the server has it now, in order, opened."""
        found, since = [], ""
        while True:
            path = f"rooms/{given['room']}/messages?dir=b&limit={PAGE}{since}"
            page = await self.raw("GET", path)
            found += page["chunk"]
            if not page.get("end"):
                break
            since = "&from=" + page["end"]
        events = [self.opened(given["room"], one) for one in reversed(found)]
        return {"history": [described(given["room"], one) for one in events]}

    def opened(self, room, one):
        event = Event.parse_event(one)
        if isinstance(event, MegolmEvent):
            event.room_id = room
            return self.client.olm._decrypt_megolm_no_error(event) or event
        return event

    async def keys(self, given):
        return await peer_keys.facts(self.raw, given["user"])

    async def identify(self, given):
        await peer_keys.identify(self.raw, self.client.user_id, self.client.device_id)

    async def raw(self, method, path, body=None):
        """Asks the server past the client."""
        answer = await self.client.send(
            method,
            "/_matrix/client/v3/" + path.replace("!", "%21"),
            None if body is None else json.dumps(body),
            {
                "Authorization": f"Bearer {self.client.access_token}",
                "Content-Type": "application/json",
            },
        )
        got = await answer.json()
        if answer.status != 200:
            raise Refused(got.get("errcode", answer.status), got.get("error", ""))
        return got
