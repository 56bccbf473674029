{{/* "true" if the test can run: it costs nothing on the simulator, and has a key where REST asks for one. */}}
{{- define "dlpo.test.enabled" -}}
{{- if and .Values.simulator.enabled (or .Values.rest.existingSecret (not (include "dlpo.rest.secured" .))) }}true{{ end }}
{{- end }}
