@echo off
rem The sandbox platform; 'axp-sandbox --help' tells its options.
call "%~dp0launch.cmd" axp-sandbox io.axptoken.sandbox.Main "sandbox" %*
