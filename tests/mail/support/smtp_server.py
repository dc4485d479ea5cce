#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real SMTP server on loopback for tests (aiosmtpd), or one that misbehaves.

Says "port N" on stdout, then a JSON line for everything of note: {"event": "mail", …} with the mail as Python's email
library reads it, {"event": "auth", …}, {"event": "connect"}. Ends when its stdin does.
"""
import argparse
import asyncio
import email
import email.policy
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

args = None


def say(**fields):
    print(json.dumps(fields), flush=True)


def parsed(raw):
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    parts = {}
    for part in mail.walk():
        if not part.is_multipart():
            parts[part.get_content_type()] = part.get_content()
    head, _, _ = raw.partition(b"\r\n\r\n")
    return {
        "headers": [[name, str(value)] for name, value in mail.items()],
        "type": mail.get_content_type(),
        "order": [part.get_content_type() for part in mail.walk()],
        "parts": parts,
        "attachments": [part.get_content_type() for part in mail.iter_attachments()] if mail.is_multipart() else [],
        "defects": [str(d) for part in mail.walk() for d in part.defects]
        + [str(d) for value in mail.values() for d in getattr(value, "defects", [])],
        "longestHead": max(len(line) for line in head.split(b"\r\n")),
        "longest": max(len(line) for line in raw.split(b"\r\n")),
        "ascii": raw.isascii(),
        "head": head.decode("ascii", "replace"),
    }


class Handler:
    def __init__(self):
        self.rcpts = 0
        self.mails = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        self.rcpts += 1
        if address in args.refuse:
            return "550 5.1.1 no such mailbox here"
        if address in args.greylist_address and self.rcpts <= args.greylist:
            return "450 4.2.0 greylisted, come back later"
        if not args.greylist_address and self.rcpts <= args.greylist:
            return "450 4.2.0 greylisted, come back later"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 welcome"

    async def handle_DATA(self, server, session, envelope):
        self.mails += 1
        if args.data_reply:
            return args.data_reply
        secure = server.transport.get_extra_info("ssl_object") is not None
        say(event="mail", sender=envelope.mail_from, to=envelope.rcpt_tos, tls=secure,
            user=getattr(session, "auth_data", None) and session.auth_data.login.decode(),
            ehlo=session.host_name, **parsed(envelope.original_content))
        return "250 2.0.0 taken"


def authenticate(server, session, envelope, mechanism, data):
    good = isinstance(data, LoginPassword) and data.login == args.user.encode() and \
        data.password == args.password.encode()
    say(event="auth", mechanism=mechanism, good=good,
        tls=server.transport.get_extra_info("ssl_object") is not None)
    if not good:
        # Some servers are talkative.
        return AuthResult(success=False, handled=False,
                          message="535 5.7.8 wrong password " + data.password.decode("utf-8", "replace"))
    return AuthResult(success=True, auth_data=data)


class Told(SMTP):
    def connection_made(self, transport):
        if self.transport is None:
            say(event="connect")
        super().connection_made(transport)


async def misbehave(reader, writer):
    """Speaks SMTP up to a point, then is silent or goes away."""
    say(event="connect")
    stage, end = args.misbehave.split(":")
    try:
        if stage != "greeting":
            writer.write(b"220 here\r\n")
            data = False
            while True:
                line = await reader.readline()
                if not line:
                    return
                word = line[:4].upper()
                if data:
                    if line == b".\r\n":
                        data = False
                        if stage == "taken":
                            break
                        writer.write(b"250 taken\r\n")
                        if stage == "quit":
                            say(event="taken")
                    continue
                if stage.upper().encode() == word.strip():
                    break
                if word == b"DATA":
                    data = True
                    writer.write(b"354 go on\r\n")
                elif word == b"EHLO":
                    writer.write(b"250-here\r\n250 SIZE\r\n")
                else:
                    writer.write(b"250 fine\r\n")
        say(event="stage")
        if end == "hang":
            await asyncio.sleep(3600)
        if end == "drip":
            while True:
                writer.write(b"250-more\r\n")
                await asyncio.sleep(0.05)
    except ConnectionError:
        pass
    finally:
        writer.close()


async def main():
    loop = asyncio.get_running_loop()
    context = None
    if args.tls != "none":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(args.cert, args.key)
    if args.misbehave:
        server = await asyncio.start_server(misbehave, "127.0.0.1", 0)
    else:
        options = {}
        if args.user:
            options = dict(authenticator=authenticate, auth_require_tls=False, auth_required=True,
                           auth_exclude_mechanism=[m for m in ("LOGIN", "PLAIN") if m not in args.auth])
        handler = Handler()
        starttls = context if args.tls == "starttls" else None
        server = await loop.create_server(
            lambda: Told(handler, hostname="test.example", tls_context=starttls,
                         require_starttls=starttls is not None, **options),
            "127.0.0.1", 0, ssl=context if args.tls == "implicit" else None)
    print("port", server.sockets[0].getsockname()[1], flush=True)
    # The test holds the other end of stdin: this server does not outlive it.
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--tls", choices=["none", "starttls", "implicit"], default="none")
    parser.add_argument("--cert")
    parser.add_argument("--key")
    parser.add_argument("--user", default="")
    parser.add_argument("--password", default="")
    parser.add_argument("--auth", nargs="*", default=["PLAIN", "LOGIN"])
    parser.add_argument("--refuse", nargs="*", default=[])
    parser.add_argument("--greylist", type=int, default=0)
    parser.add_argument("--greylist-address", nargs="*", default=[])
    parser.add_argument("--data-reply", default="")
    parser.add_argument("--misbehave", default="", help="STAGE:hang|close|drip; STAGE greeting, ehlo, rcpt, data, taken, quit")
    args = parser.parse_args()
    import os
    try:
        asyncio.run(main())
    finally:
        os._exit(0)
