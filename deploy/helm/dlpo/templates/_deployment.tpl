{{/* Deployment of a service: (list $ "forwardEngine" "worker"). */}}
{{- define "dlpo.deployment" -}}
{{- $root := index . 0 }}
{{- $key := index . 1 }}
{{- $component := index . 2 }}
{{- $name := include "dlpo.serviceName" $key }}
{{- $service := get $root.Values.services $key -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ $name }}
  namespace: {{ $root.Release.Namespace }}
  labels: {{- include "dlpo.service.labels" . | nindent 4 }}
spec:
  {{- if not (include "dlpo.scaled" (list $root $key)) }}
  replicas: {{ $service.replicas }}
  {{- end }}
  revisionHistoryLimit: 3
  # Longer than the startup probe allows.
  progressDeadlineSeconds: 600
  strategy:
    type: RollingUpdate
    rollingUpdate: {maxSurge: 1, maxUnavailable: 0}
  selector:
    matchLabels: {app.kubernetes.io/name: {{ $name }}, app.kubernetes.io/instance: dlpo}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: {{ $name }}
        app.kubernetes.io/component: {{ $component }}
        {{- include "dlpo.podLabels" $root | nindent 8 }}
        dlpo.io/model-client: "true"
        dlpo.io/kafka-client: "true"
        dlpo.io/database-client: "true"
        dlpo.io/metrics: "true"
      annotations:
        # A change of the settings rolls the pods.
        checksum/settings: {{ include "dlpo.settings" $root | sha256sum }}
        {{- if eq $key "optimizer" }}
        checksum/models: {{ include "dlpo.settings.models" $root | sha256sum }}
        {{- end }}
        {{- with $root.Values.pods.annotations }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec: {{- include "dlpo.pod" (list $root $key $name) | nindent 6 }}
{{- end }}

{{/* The pods of a service: (list $ "forwardEngine" "forward-engine"). */}}
{{- define "dlpo.pod" -}}
{{- $root := index . 0 }}
{{- $key := index . 1 }}
{{- $name := index . 2 -}}
serviceAccountName: {{ $name }}
automountServiceAccountToken: false
# The variables of a Service named kafka would be read as Kafka client settings.
enableServiceLinks: false
# A model call with all its attempts may take DLPO_GATEWAY_MAX_DURATION (300 s).
terminationGracePeriodSeconds: 330
{{- include "dlpo.placement" $root }}
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  seccompProfile: {type: RuntimeDefault}
topologySpreadConstraints:
  {{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
  - maxSkew: 1
    topologyKey: {{ . }}
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels: {app.kubernetes.io/name: {{ $name }}, app.kubernetes.io/instance: dlpo}
  {{- end }}
volumes:
  - name: tmp
    emptyDir: {sizeLimit: 256Mi}
  {{- range $what, $secret := dict "kafka" (include "dlpo.kafka.caSecret" $root) "postgres" (include "dlpo.database.caSecret" $root) }}
  {{- if $secret }}
  - name: {{ $what }}-ca
    secret:
      secretName: {{ $secret }}
      items: [{key: ca.crt, path: ca.crt}]
  {{- end }}
  {{- end }}
  {{- with $root.Values.pods.volumes }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
containers:
  - name: service
    {{- include "dlpo.container" (list $root $key $name) | nindent 4 }}
{{- end }}

{{/* The container of a service. */}}
{{- define "dlpo.container" -}}
{{- $root := index . 0 }}
{{- $key := index . 1 }}
{{- $name := index . 2 -}}
image: {{ include "dlpo.image" (list $root (printf "%s-service" $name)) }}
{{- with $root.Values.images.pullPolicy }}
imagePullPolicy: {{ . }}
{{- end }}
envFrom:
  - configMapRef: {name: dlpo-settings}
env: {{- include "dlpo.environment" (list $root $key) | nindent 2 }}
ports:
  - {name: http, containerPort: 8080, protocol: TCP}
# The first start waits for the database and migrates it, for up to 3 minutes.
startupProbe:
  httpGet: {path: /q/health/started, port: http}
  periodSeconds: 3
  timeoutSeconds: 3
  failureThreshold: 60
livenessProbe:
  httpGet: {path: /q/health/live, port: http}
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 3
readinessProbe:
  httpGet: {path: /q/health/ready, port: http}
  periodSeconds: 5
  timeoutSeconds: 5
  failureThreshold: 3
resources: {{- toYaml (get $root.Values.services $key).resources | nindent 2 }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: {drop: [ALL]}
volumeMounts:
  - {name: tmp, mountPath: /tmp}
  {{- if include "dlpo.kafka.caSecret" $root }}
  - {name: kafka-ca, mountPath: /etc/dlpo/kafka, readOnly: true}
  {{- end }}
  {{- if include "dlpo.database.caSecret" $root }}
  - {name: postgres-ca, mountPath: /etc/dlpo/postgres, readOnly: true}
  {{- end }}
  {{- with $root.Values.pods.volumeMounts }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end }}
