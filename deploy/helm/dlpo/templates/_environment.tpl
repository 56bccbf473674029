{{/* Environment of a service, beside dlpo-settings: (list $ "forwardEngine"). */}}
{{- define "dlpo.environment" -}}
{{- $root := index . 0 }}
{{- $key := index . 1 }}
{{- $name := include "dlpo.serviceName" $key }}
{{- with $root.Values -}}
# The key of the model endpoint.
- name: OPENAI_API_KEY
  valueFrom:
    secretKeyRef: {name: {{ .models.existingSecret }}, key: {{ .models.key }}, optional: {{ or .simulator.enabled (not .models.keyRequired) }}}
{{- if ne .kafka.mode "bundled" }}
- name: KAFKA_SASL_JAAS_CONFIG
  valueFrom:
    secretKeyRef: {name: kafka-{{ $name }}, key: sasl.jaas.config}
{{- end }}
{{- if ne .database.mode "bundled" }}
- name: DATABASE_USER
  valueFrom:
    secretKeyRef: {name: postgres-{{ $name }}, key: username}
- name: DATABASE_PASSWORD
  valueFrom:
    secretKeyRef: {name: postgres-{{ $name }}, key: password}
{{- end }}
{{- if eq $key "optimizer" }}
{{ include "dlpo.environment.optimizer" $root }}
{{- end }}
{{- if and (eq $key "evaluator") (ne .autoscaling.mode "none") }}
- {name: QUARKUS_DATASOURCE_JDBC_MAX_SIZE, value: "16"}
{{- end }}
{{- with concat .env (get .services $key).env }}
{{ toYaml . }}
{{- end }}
{{- end }}
{{- end }}

{{/* What only the optimizer has: default models, topics, and who may call REST. */}}
{{- define "dlpo.environment.optimizer" -}}
- name: DLPO_FORWARD_MODEL
  valueFrom:
    configMapKeyRef: {name: optimizer-settings, key: forwardModel}
- name: DLPO_BACKWARD_MODEL
  valueFrom:
    configMapKeyRef: {name: optimizer-settings, key: backwardModel}
{{- if eq .Values.kafka.mode "bundled" }}
# The broker creates no topics by itself.
- {name: DLPO_EVENTS_CREATE_TOPICS, value: "true"}
{{- end }}
{{- if include "dlpo.rest.secured" . }}
# Startup fails if neither keys nor an issuer are configured, for example because a key in the secret is empty.
- {name: DLPO_SECURITY_REQUIRED, value: "true"}
{{- else }}
# REST needs no key. Accepted host names are limited, against DNS rebinding through a forwarded port.
- name: DLPO_SECURITY_HOSTS
  value: localhost,127.0.0.1,[::1],optimizer,optimizer.{{ .Release.Namespace }},optimizer.{{ .Release.Namespace }}.svc,optimizer.{{ .Release.Namespace }}.svc.cluster.local
{{- end }}
{{- with .Values.rest.existingSecret }}
- name: DLPO_SECURITY_OPERATOR_KEY
  valueFrom:
    secretKeyRef: {name: {{ . }}, key: operator-key, optional: false}
- name: DLPO_SECURITY_VIEWER_KEY
  valueFrom:
    secretKeyRef: {name: {{ . }}, key: viewer-key, optional: false}
{{- end }}
{{- end }}
