@echo off
rem Sandbox, token server and playground page in one; 'axp-demo --help' tells its options.
call "%~dp0launch.cmd" axp-demo io.axptoken.demo.Main "sandbox push demo" %*
