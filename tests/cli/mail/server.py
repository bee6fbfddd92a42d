"""A mail server for tests: aiosmtpd, with TLS and a login. Prints its port, then each letter it takes as a line of JSON."""

import asyncio
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

options = json.loads(sys.argv[1])


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address.startswith("nobody"):
            return "550 5.1.1 no such user \x1b[31mhere\x1b[0m"
        if address.startswith("full"):
            return "452 4.2.2 mailbox full"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 fine"

    async def handle_DATA(self, server, session, envelope):
        if options.get("busy"):
            return "451 4.3.2 come back later"
        letter = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "options": envelope.mail_options,
            "data": envelope.original_content.decode("utf-8"),
            "tls": session.ssl is not None or bool(options.get("implicit")),
            "login": bool(session.authenticated),
        }
        print(json.dumps(letter), flush=True)
        return "250 2.0.0 taken"


def authenticate(server, session, envelope, mechanism, data):
    good = data.login == b"office" and data.password == b"right"
    return AuthResult(success=good, handled=False)


async def main():
    context = None
    if "certificate" in options:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options["certificate"], options["key"])
    implicit = options.get("implicit", False)

    def talk():
        return SMTP(
            Handler(),
            tls_context=None if implicit else context,
            require_starttls=context is not None and not implicit,
            authenticator=authenticate if options.get("login") else None,
            auth_required=bool(options.get("login")),
            auth_require_tls=not implicit,
            enable_SMTPUTF8=options.get("utf8", False),
        )

    loop = asyncio.get_running_loop()
    server = await loop.create_server(talk, "127.0.0.1", 0, ssl=context if implicit else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
