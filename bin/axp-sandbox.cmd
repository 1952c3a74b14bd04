@echo off
rem The sandbox platform; 'axp-sandbox --help' tells its options.
call "%~dp0launch.cmd" io.axptoken.sandbox.Main "sandbox" "-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:TieredStopAtLevel=1" %*
