{{/* Labels that say what belongs together. They never change, as fields of some kinds must not. */}}
{{- define "dlpo.instanceLabels" -}}
app.kubernetes.io/instance: dlpo
app.kubernetes.io/part-of: dlpo
{{- end }}

{{/* Labels of pods of the project's own images. */}}
{{- define "dlpo.podLabels" -}}
{{ include "dlpo.instanceLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{/* Labels of every object. */}}
{{- define "dlpo.labels" -}}
{{ include "dlpo.podLabels" . }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end }}

{{/* Image of a module: (list $ "optimizer-service"). */}}
{{- define "dlpo.image" -}}
{{- $root := index . 0 }}
{{- with $root.Values.images.registry }}{{ . | trimSuffix "/" }}/{{ end -}}
dlpo/{{ index . 1 }}:{{ $root.Values.images.tag | default $root.Chart.AppVersion }}
{{- end }}

{{/* Name of a service: forwardEngine is forward-engine. */}}
{{- define "dlpo.serviceName" -}}
{{ kebabcase . }}
{{- end }}

{{/* Where pods run, and what pulls their images: fields of a pod's spec. */}}
{{- define "dlpo.placement" -}}
{{- with .Values.images.pullSecrets }}
imagePullSecrets: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.pods.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.pods.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.pods.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- end }}

{{/* "true" if REST asks who calls, by keys or tokens. */}}
{{- define "dlpo.rest.secured" -}}
{{- if or .Values.rest.existingSecret (eq (get .Values.settings "DLPO_SECURITY_OIDC") "true") }}true{{ end }}
{{- end }}

{{/* Paths of REST and pages for callers outside the cluster: all but /q, where health and metrics are. */}}
{{- define "dlpo.paths" -}}
- /api
- /assets
- /experiments
- /flow
- /prompts
- /runs
- /session
- /start
- /webjars
{{- end }}

{{/* Whether workers are scaled, so that Deployments name no number of pods: "true" or nothing, of a service. */}}
{{- define "dlpo.scaled" -}}
{{- $root := index . 0 }}
{{- if and (ne $root.Values.autoscaling.mode "none") (has (index . 1) (list "forwardEngine" "evaluator")) }}true{{ end }}
{{- end }}

{{/* How the notes' commands show the API key, where REST asks for one. */}}
{{- define "dlpo.curlKey" -}}
{{- if .Values.rest.existingSecret }} -H "X-API-Key: $KEY"{{ end }}
{{- end }}
