@echo off
rem The token server; 'token-server --help' tells its commands.
call "%~dp0launch.cmd" io.axptoken.server.Main "" "-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xmx256m -XX:+ExitOnOutOfMemoryError" %*
