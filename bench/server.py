"""A temporary PostgreSQL server with its own defaults."""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path


def server_programs():
    """The folder of initdb, pg_ctl and postgres of the newest server there is."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    if folders:
        return folders[-1].parent
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb else None


class Server:
    def __init__(self, trust):
        self.trust = trust
        self.password = secrets.token_hex(16)
        self.programs = server_programs()
        self.folder = Path(tempfile.mkdtemp(prefix="bench-server-"))

    def __enter__(self):
        # PostgreSQL refuses to run as root.
        self.user = "postgres" if os.getuid() == 0 else None
        if self.user:
            os.chown(self.folder, pwd.getpwnam(self.user).pw_uid, -1)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        password_file = self.folder / "password"
        password_file.write_text(self.password + "\n", encoding="utf-8")
        if self.user:
            shutil.chown(password_file, self.user)
        method = "trust" if self.trust else "scram-sha-256"
        data = self.folder / "data"
        self._run("initdb", "-D", data, "-U", "bench", "-A", method, f"--pwfile={password_file}", "-E", "UTF8")
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
        self._run("pg_ctl", "-D", data, "-o", options, "-l", self.folder / "log", "-w", "start")
        return self

    def __exit__(self, *_):
        self._run("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder)

    def _run(self, program, *arguments):
        command = [self.programs / program, *arguments]
        if self.user:
            command = ["runuser", "-u", self.user, "--", *command]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")

    def url(self, database):
        return f"postgresql://bench:{self.password}@127.0.0.1:{self.port}/{database}"

    def jdbc_url(self, database):
        return f"jdbc:postgresql://127.0.0.1:{self.port}/{database}?user=bench&password={self.password}"

    def sql(self, statement):
        command = ["psql", "-X", "-q", "-A", "-t", self.url("postgres"), "-c", statement]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    def version(self):
        return self.sql("show server_version")

    def execute(self, database, script):
        command = ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", str(script), self.url(database)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    def create(self, database, template="template1"):
        self.sql(f"CREATE DATABASE {database} TEMPLATE {template}")

    def recreate(self, database, template="template1"):
        """Puts the database aside, if there is one, and makes another.

        Dropped ones make what follows slow: whoever creates a file, ext4 looks past all that were deleted a moment ago.
        """
        count = int(self.sql(f"SELECT count(*) FROM pg_database WHERE datname ~ '^{database}(_[0-9]+)?$'"))
        if count:
            self.sql(f"ALTER DATABASE {database} RENAME TO {database}_{count}")
        self.create(database, template)
