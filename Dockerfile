# postercheck as a service: docker build -t postercheck . && docker run -p 8000:8000 -v postercheck:/data postercheck
FROM python:3.11-slim AS build
WORKDIR /source
RUN python -m venv /opt/postercheck
COPY pyproject.toml README.md LICENSE constraints.txt ./
COPY app ./app
COPY reference_images ./reference_images
RUN /opt/postercheck/bin/pip install --no-cache-dir --disable-pip-version-check --constraint constraints.txt '.[heic]'

FROM python:3.11-slim
RUN useradd --system --uid 10001 --user-group --no-create-home postercheck \
    && install --directory --owner postercheck --group postercheck /data
COPY --from=build /opt/postercheck /opt/postercheck
ENV PATH=/opt/postercheck/bin:$PATH \
    POSTERCHECK_HOME=/data \
    PYTHONUNBUFFERED=1
USER postercheck
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
# The first start fills the demo library, which takes a while on a small machine.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen('http://127.0.0.1:' + os.environ.get('POSTERCHECK_PORT', '8000') + '/healthz', timeout=4)"]
CMD ["postercheck", "serve", "--host", "0.0.0.0"]
