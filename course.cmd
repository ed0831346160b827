@echo off
rem The `course` command on Windows. Builds once where nothing is built yet, then starts the built program at once.
setlocal
set "root=%~dp0"
where dotnet >nul 2>nul
if errorlevel 1 (
  echo course: dotnet is not on the path; install the .NET 10 SDK from https://dotnet.microsoft.com/download/dotnet/10.0 1>&2
  exit /b 2
)
if exist "%root%artifacts\cli\Course.Cli.dll" if exist "%root%artifacts\course\Course.dll" goto start

pushd \
dotnet --list-sdks | findstr /r "^[1-9][0-9]\." >nul
set "found=%errorlevel%"
popd
if not "%found%"=="0" (
  echo course: this needs the .NET SDK 10 or newer; install it from https://dotnet.microsoft.com/download/dotnet/10.0 1>&2
  exit /b 2
)
echo course: building once; a minute or two, and longer the first time, when packages of about 1 GB are fetched. 1>&2
dotnet build "%root%src\Course.Cli\Course.Cli.csproj" -v quiet --nologo -tl:off 1>&2
if errorlevel 1 (
  echo course: the build failed, for the reasons above; `dotnet build` in %root% tries again. 1>&2
  exit /b 1
)

:start
dotnet "%root%artifacts\cli\Course.Cli.dll" %*
exit /b %errorlevel%
