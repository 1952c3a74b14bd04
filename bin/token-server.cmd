@echo off
rem The token server; 'token-server --help' tells its commands.
call "%~dp0launch.cmd" token-server io.axptoken.server.Main "" %*
