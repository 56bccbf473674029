{{/*
Renders a manifest of deploy/kubernetes, as it is copied to files/, in the namespace and with the labels of the release:

  include "dlpo.manifests" (list $ "components/hpa/autoscalers.yaml" (include "dlpo.hpa.patches" $))

Patches are YAML: per document, as Kind/name or Kind/*, JSON pointers and the values that they get. An entry of a list is its index, or
name=X for the one of that name. A pointer that ends in /- appends the entries of its value to a list; null removes a field, and omit
instead of pointers leaves the document out.
*/}}
{{- define "dlpo.manifests" -}}
{{- $root := index . 0 }}
{{- $text := required (printf "the chart has no files/%s" (index . 1)) ($root.Files.Get (printf "files/%s" (index . 1))) }}
{{- $patches := include "dlpo.parse" (rest (rest .) | first | default "{}") | fromJson }}
{{- range regexSplit "(?m)^---$" $text -1 }}
{{- $document := include "dlpo.parse" . | fromJson }}
{{- if $document.kind }}
{{- include "dlpo.object" (list $root $document $patches) }}
{{- end }}
{{- end }}
{{- end }}

{{/* Renders a document (list $ document patches); nothing if a patch or a value leaves it out. */}}
{{- define "dlpo.object" -}}
{{- $root := index . 0 }}
{{- $document := index . 1 }}
{{- $patches := index . 2 }}
{{- $omitted := and (eq $document.kind "NetworkPolicy") (not $root.Values.networkPolicies.enabled) }}
{{- range $id := list (printf "%s/*" $document.kind) (printf "%s/%s" $document.kind $document.metadata.name) }}
{{- $patch := get $patches $id }}
{{- if kindIs "map" $patch }}
{{- range $pointer, $value := $patch }}
{{- include "dlpo.set" (list $document $pointer $value) }}
{{- end }}
{{- else if eq (toString $patch) "omit" }}
{{- $omitted = true }}
{{- end }}
{{- end }}
{{- if not $omitted }}
{{- include "dlpo.label" (list $root $document) }}
---
{{ toYaml $document }}
{{ end }}
{{- end }}

{{/* Sets the namespace of a document and the labels of the release, and those of the instance in templates of pods. */}}
{{- define "dlpo.label" -}}
{{- $root := index . 0 }}
{{- $document := index . 1 }}
{{- $_ := set $document.metadata "namespace" $root.Release.Namespace }}
{{- $_ := set $document.metadata "labels" (merge (dict) ($document.metadata.labels | default dict) (include "dlpo.labels" $root | fromYaml)) }}
{{- with dig "spec" "template" "metadata" dict $document }}
{{- $_ := set . "labels" (merge (dict) (.labels | default dict) (include "dlpo.instanceLabels" $root | fromYaml)) }}
{{- end }}
{{- end }}

{{/* Sets, appends or removes what a JSON pointer names: (list document pointer value). */}}
{{- define "dlpo.set" -}}
{{- $pointer := index . 1 }}
{{- $path := splitList "/" (trimPrefix "/" $pointer) }}
{{- $value := index . 2 }}
{{- $node := index . 0 }}
{{- if eq (last $path) "-" }}
{{- $path = initial $path }}
{{- end }}
{{- range initial $path }}
{{- $key := . | replace "~1" "/" }}
{{- if and (kindIs "slice" $node) (hasPrefix "name=" $key) }}
{{- range $node }}
{{- if eq .name (trimPrefix "name=" $key) }}
{{- $node = . }}
{{- end }}
{{- end }}
{{- else if kindIs "slice" $node }}
{{- $node = index $node (int $key) }}
{{- else }}
{{- if not (hasKey $node $key) }}
{{- $_ := set $node $key dict }}
{{- end }}
{{- $node = get $node $key }}
{{- end }}
{{- end }}
{{- $key := last $path | replace "~1" "/" }}
{{- if hasSuffix "/-" $pointer }}
{{- $_ := set $node $key (concat (get $node $key) $value) }}
{{- else if kindIs "invalid" $value }}
{{- $_ := unset $node $key }}
{{- else }}
{{- $_ := set $node $key $value }}
{{- end }}
{{- end }}

{{/* YAML as JSON; a mistake in it ends the rendering. */}}
{{- define "dlpo.parse" -}}
{{- $parsed := fromYaml . }}
{{- with $parsed.Error }}
{{- fail (printf "the chart has a mistake: %s in %s" . $) }}
{{- end }}
{{- toJson $parsed }}
{{- end }}

{{/* Patches of a workload of files/: image, if another is given, and where its pods run. (list $ image). */}}
{{- define "dlpo.workload.patches" -}}
{{- $root := index . 0 }}
{{- with index . 1 }}
/spec/template/spec/containers/0/image: {{ . | quote }}
{{- with $root.Values.images.pullPolicy }}
/spec/template/spec/containers/0/imagePullPolicy: {{ . }}
{{- end }}
{{- end }}
{{- range $field, $value := include "dlpo.placement" $root | fromYaml }}
/spec/template/spec/{{ $field }}: {{ toJson $value }}
{{- end }}
{{- end }}
