FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The image's own Node runs the program, so the Node packages for other machines (optional) stay out: 189 MB less.
# No dependency of the program needs an install script.
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production \
    ROLEWATCH_HOME=/home/rolewatch
RUN groupadd --gid 10001 rolewatch \
    && useradd --uid 10001 --gid rolewatch --home-dir /home/rolewatch --no-create-home --shell /usr/sbin/nologin rolewatch \
    && install --directory --owner=rolewatch --group=rolewatch --mode=0700 /home/rolewatch
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json ./
COPY config ./config
COPY src ./src
# As a number, so that an orchestrator can see that it is not root.
USER 10001:10001
# Settings, profiles, the embedded database and the digests. Besides it only /tmp is written to (the compile cache).
VOLUME ["/home/rolewatch"]
ENTRYPOINT ["node", "src/cli/bin.js"]
CMD ["--help"]
