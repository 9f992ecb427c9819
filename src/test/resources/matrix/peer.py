# SPDX-FileCopyrightText: The Skizzenlotse authors
# SPDX-License-Identifier: Apache-2.0
"""A person with a Matrix client that we did not write (matrix-nio), steered by lines of JSON.

In comes {"id": 1, "do": "send", "limit": 20, ...}; out goes {"answer": 1, ...} or
{"answer": 1, "error": "..."}, and {"kind": ...} for all that happens. The end of input ends it.
"""
import asyncio
import json
import logging
import os
import sys
import threading
from pathlib import Path

from nio import AsyncClient, AsyncClientConfig, SyncError, SyncResponse

from peer_does import Doings, Refused, taken
from peer_sees import Sights

RETRY_SECONDS = 0.3
POLL_MILLIS = 30_000
LEAVE_SECONDS = 5
OUT = os.fdopen(os.dup(1), "wb", buffering=0)


def tell(what):
    OUT.write(json.dumps(what).encode() + b"\n")


class Client(AsyncClient):
    """One answer of the server is handled whole: whoever holds `handling` can leave safely."""

    def __init__(self, *given, **named):
        super().__init__(*given, **named)
        self.handling = asyncio.Lock()

    async def receive_response(self, response):
        if not isinstance(response, SyncResponse):
            return await super().receive_response(response)
        async with self.handling:
            return await super().receive_response(response)


class Peer:
    def __init__(self):
        self.client = None
        self.doings = None
        self.sights = None
        self.following = None

    async def login(self, given):
        """The same device again where the folder knows one."""
        folder = Path(given["folder"])
        folder.mkdir(parents=True, exist_ok=True)
        state = folder / "login.json"
        kept = json.loads(state.read_text()) if state.exists() else {}
        self.client = Client(
            given["base"],
            given["user"],
            device_id=kept.get("device", ""),
            store_path=str(folder),
            config=AsyncClientConfig(
                encryption_enabled=True,
                store_sync_tokens=True,
                max_timeout_retry_wait_time=RETRY_SECONDS,
            ),
        )
        if kept:
            self.client.restore_login(given["user"], kept["device"], kept["token"])
        else:
            got = taken(await self.client.login(given["password"], device_name="peer"))
            state.write_text(json.dumps({"device": got.device_id, "token": got.access_token}))
        self.sights = Sights(self.client, tell, folder / "files")
        self.doings = Doings(self.client)
        await self.look(None)
        self.following = asyncio.create_task(self.follow())
        return {"device": self.client.device_id}

    async def look(self, timeout):
        """Gets what is new, and does what the client says is due."""
        answer = await self.client.sync(timeout=timeout or 0, full_state=timeout is None)
        if isinstance(answer, SyncError):
            raise Refused(answer.status_code, answer.message)
        await self.sights.left(answer)
        await self.client.send_to_device_messages()
        if self.client.should_upload_keys:
            await self.client.keys_upload()
        if self.client.should_query_keys:
            await self.client.keys_query()
        if self.client.should_claim_keys:
            await self.client.keys_claim(self.client.get_users_for_key_claiming())

    async def follow(self):
        while True:
            try:
                await self.look(POLL_MILLIS)
            except Refused as refused:
                if refused.code == "M_UNKNOWN_TOKEN":
                    return tell({"kind": "loggedOut"})
                logging.warning("sync: %s", refused)
                await asyncio.sleep(RETRY_SECONDS)
            except Exception:
                logging.exception("sync")
                await asyncio.sleep(RETRY_SECONDS)

    async def close(self):
        if self.following is not None:
            async with self.client.handling:
                self.following.cancel()
        if self.client is not None:
            await self.client.close()

    async def do(self, given):
        try:
            what = given["do"]
            doing = self.login if what == "login" else getattr(self.doings, what)
            answer = await asyncio.wait_for(doing(given), given["limit"])
            tell({**(answer or {}), "answer": given["id"]})
        except (asyncio.TimeoutError, TimeoutError):
            tell({"answer": given["id"], "error": f"not done after {given['limit']} s"})
        except Exception as wrong:
            if not isinstance(wrong, Refused):
                logging.exception(given["do"])
            tell({"answer": given["id"], "error": f"{wrong}" or type(wrong).__name__})


def read(loop, lines):
    """Hands lines over; a loop that is stuck at the end of input is left by force."""
    for line in sys.stdin.buffer:
        loop.call_soon_threadsafe(lines.put_nowait, json.loads(line))
    loop.call_soon_threadsafe(lines.put_nowait, None)
    threading.Event().wait(LEAVE_SECONDS)
    os._exit(1)


async def main():
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(message)s")
    lines = asyncio.Queue()
    loop = asyncio.get_running_loop()
    threading.Thread(target=read, args=(loop, lines), daemon=True).start()
    peer = Peer()
    running = set()
    while (given := await lines.get()) is not None:
        task = asyncio.create_task(peer.do(given))
        running.add(task)
        task.add_done_callback(running.discard)
    await peer.close()
    os._exit(0)


asyncio.run(main())
