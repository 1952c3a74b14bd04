@echo off
rem The push connector; push-connector --help lists its commands.
call "%~dp0launch.cmd" push-connector io.axptoken.push.Main "push" %*
