# SPDX-FileCopyrightText: The Skizzenlotse authors
# SPDX-License-Identifier: Apache-2.0
# The jar that `mvn package` made; docs/betrieb.md says how to run it.
FROM eclipse-temurin:25-jre
WORKDIR /lotse
COPY target/skizzenlotse.jar skizzenlotse.jar
RUN install --directory --owner=10001 --mode=700 /lotse/var
VOLUME /lotse/var
USER 10001
ENV BIND=0.0.0.0
EXPOSE 8080
HEALTHCHECK --interval=60s --timeout=15s --start-period=30s CMD ["java", "-jar", "skizzenlotse.jar", "health"]
ENTRYPOINT ["java", "-jar", "skizzenlotse.jar"]
CMD ["serve"]
