# One image for web, worker and migrate. Base images are pinned by exact tag; renewing them is docs/guides' release step.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
# Among what it makes is build/bom.json: what runs, as a list for whoever watches for advisories.
RUN npm run build

# The packages that run, without the tools that build: an own stage, so that it is cached apart from the sources.
FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
# /data holds secrets/database.env, the logins that migrate makes, and /heads what the worker publishes of the audit
# chain; a volume put there starts with this owner.
RUN install -d -o node -g node -m 0700 /data /heads
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/build ./build
COPY package.json ./
USER node
EXPOSE 3000
# By the name that people use: the web answers to no other.
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "require('http').get({ port: process.env.PORT, path: '/health/ready', headers: { host: new URL(process.env.ORIGIN).host } }, (r) => process.exit(r.statusCode === 200 ? 0 : 1)).on('error', () => process.exit(1))"]
# node itself and not npm: the signal to stop has to reach the process that drains.
CMD ["node", "build/server.js"]
