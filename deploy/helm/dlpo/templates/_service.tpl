{{/* All objects of a service: (list $ "forwardEngine" "worker"). */}}
{{- define "dlpo.service" -}}
{{- $root := index . 0 }}
{{- $name := include "dlpo.serviceName" (index . 1) -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ $name }}
  namespace: {{ $root.Release.Namespace }}
  labels: {{- include "dlpo.service.labels" . | nindent 4 }}
automountServiceAccountToken: false
---
apiVersion: v1
kind: Service
metadata:
  name: {{ $name }}
  namespace: {{ $root.Release.Namespace }}
  labels: {{- include "dlpo.service.labels" . | nindent 4 }}
spec:
  selector: {app.kubernetes.io/name: {{ $name }}, app.kubernetes.io/instance: dlpo}
  ports:
    - {name: http, port: 8080, targetPort: http, protocol: TCP}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ $name }}
  namespace: {{ $root.Release.Namespace }}
  labels: {{- include "dlpo.service.labels" . | nindent 4 }}
spec:
  # Allows one disruption even with a single replica, so that a node drain never blocks.
  maxUnavailable: 1
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels: {app.kubernetes.io/name: {{ $name }}, app.kubernetes.io/instance: dlpo}
---
{{ include "dlpo.deployment" . }}
{{- end }}

{{/* Labels of the objects of a service. */}}
{{- define "dlpo.service.labels" -}}
app.kubernetes.io/name: {{ include "dlpo.serviceName" (index . 1) }}
app.kubernetes.io/component: {{ index . 2 }}
{{ include "dlpo.labels" (index . 0) }}
{{- end }}
