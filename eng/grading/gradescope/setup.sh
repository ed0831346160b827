#!/usr/bin/env bash
# Prepares Gradescope's image, once: .NET, bubblewrap, the course. Zip it with run_autograder, both at the top of the zip file.
set -eu
COURSE=https://github.com/OWNER/COURSE
COMMIT=COMMIT       # What you teach from.

apt-get update
apt-get install -y --no-install-recommends bubblewrap libgomp1 fontconfig git ca-certificates curl libicu-dev
git init --quiet /course
git -C /course fetch --quiet --depth=1 "$COURSE" "$COMMIT"
git -C /course checkout --quiet FETCH_HEAD
curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --jsonfile /course/global.json --install-dir /usr/share/dotnet
ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet
dotnet build /course/src/Course.Cli/Course.Cli.csproj -v quiet --nologo
