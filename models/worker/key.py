"""Who may speak to a worker that listens on a port."""

import secrets

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from models.worker.protocol import problem


class KeyHolders:
    """Lets only those through who send the key as bearer token: other programs of the machine reach loopback, too."""

    def __init__(self, app: ASGIApp, key: str) -> None:
        self._app, self._expected = app, f"Bearer {key}".encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        given = dict(scope.get("headers", ())).get(b"authorization", b"")
        if scope["type"] == "lifespan" or secrets.compare_digest(given, self._expected):
            await self._app(scope, receive, send)
            return
        refusal = problem("Dieses Sprachmodell antwortet nur seinem Dienst.", "invalid_key")
        await JSONResponse(refusal, status_code=401)(scope, receive, send)
