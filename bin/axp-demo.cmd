@echo off
rem Sandbox, token server and playground page in one; 'axp-demo --help' tells its options.
call "%~dp0launch.cmd" io.axptoken.demo.Main "sandbox demo" "-XX:+UseSerialGC -XX:TieredStopAtLevel=1" %*
