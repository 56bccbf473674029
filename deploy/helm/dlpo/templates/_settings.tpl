{{/* Settings of all services, as YAML: those that follow from other values, then the user's. */}}
{{- define "dlpo.settings" -}}
{{- $derived := include "dlpo.settings.derived" . | fromYaml }}
{{- mergeOverwrite $derived .Values.settings | toYaml }}
{{- end }}

{{- define "dlpo.settings.derived" -}}
QUARKUS_HTTP_HOST: 0.0.0.0
QUARKUS_HTTP_PORT: "8080"
DLPO_LOG_JSON: "true"
OPENAI_BASE_URL: {{ .Values.models.url | default (ternary "http://llm-simulator:8080/v1" "https://api.openai.com/v1" .Values.simulator.enabled) }}
{{ include "dlpo.settings.kafka" . }}
{{ include "dlpo.settings.database" . }}
{{- if ne .Values.autoscaling.mode "none" }}
# Small pools, so that many workers together stay below max_connections of the database.
QUARKUS_DATASOURCE_LEDGER_JDBC_MAX_SIZE: "8"
{{- end }}
{{- end }}

{{- define "dlpo.settings.kafka" -}}
KAFKA_BOOTSTRAP_SERVERS: {{ include "dlpo.kafka.servers" . }}
{{- if eq .Values.kafka.mode "bundled" }}
DLPO_EVENTS_SCHEMAS_URL: http://optimizer.{{ .Release.Namespace }}.svc:8080/api/schemas/
{{- else }}
KAFKA_SECURITY_PROTOCOL: SASL_SSL
KAFKA_SASL_MECHANISM: SCRAM-SHA-512
{{- if include "dlpo.kafka.caSecret" . }}
KAFKA_SSL_TRUSTSTORE_TYPE: PEM
KAFKA_SSL_TRUSTSTORE_LOCATION: /etc/dlpo/kafka/ca.crt
{{- end }}
{{- end }}
{{- end }}

{{/* Brokers, as services reach them. */}}
{{- define "dlpo.kafka.servers" -}}
{{- if eq .Values.kafka.mode "bundled" }}kafka:9092
{{- else if eq .Values.kafka.mode "strimzi" }}dlpo-kafka-kafka-bootstrap:9093
{{- else }}{{ .Values.kafka.external.bootstrapServers }}
{{- end }}
{{- end }}

{{- define "dlpo.kafka.caSecret" -}}
{{- if eq .Values.kafka.mode "strimzi" }}dlpo-kafka-cluster-ca-cert
{{- else if eq .Values.kafka.mode "external" }}{{ .Values.kafka.external.caSecret }}
{{- end }}
{{- end }}

{{- define "dlpo.settings.database" -}}
{{- if eq .Values.database.mode "bundled" -}}
DATABASE_URL: jdbc:postgresql://postgres:5432/dlpo
DATABASE_USER: dlpo
{{- else }}
{{- $trust := ternary "sslrootcert=/etc/dlpo/postgres/ca.crt" "sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory" (ne (include "dlpo.database.caSecret" .) "") }}
{{- $url := printf "jdbc:postgresql://%s?sslmode=verify-full&%s" (include "dlpo.database.address" .) $trust -}}
DATABASE_URL: {{ $url }}
# All services share the ledger, so it belongs to a role that all of them have.
QUARKUS_DATASOURCE_LEDGER_JDBC_URL: {{ $url }}&options=-c%20role=dlpo_ledger
{{- end }}
{{- end }}

{{- define "dlpo.database.address" -}}
{{- if eq .Values.database.mode "cloudnative-pg" }}dlpo-postgres-rw:5432/dlpo
{{- else }}
{{- with .Values.database.external }}{{ .host }}:{{ .port }}/{{ .name }}{{ end }}
{{- end }}
{{- end }}

{{- define "dlpo.database.caSecret" -}}
{{- if eq .Values.database.mode "cloudnative-pg" }}dlpo-postgres-ca
{{- else if eq .Values.database.mode "external" }}{{ .Values.database.external.caSecret }}
{{- end }}
{{- end }}

{{/* Default models for specs that name none. */}}
{{- define "dlpo.settings.models" -}}
forwardModel: {{ .Values.models.forward | default (ternary "sim-student" "gpt-4o-mini" .Values.simulator.enabled) | quote }}
backwardModel: {{ .Values.models.backward | default (ternary "sim-teacher" "gpt-4o" .Values.simulator.enabled) | quote }}
{{- end }}
