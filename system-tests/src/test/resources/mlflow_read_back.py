"""Prints what MLflow's client reads of a run that the tap has written, as one JSON object.

    python mlflow_read_back.py TRACKING_URI RUN
"""

import json
import sys

import mlflow
from mlflow import MlflowClient


def main(tracking_uri: str, run_id: str) -> None:
    mlflow.set_tracking_uri(tracking_uri)
    client = MlflowClient()
    experiment = mlflow.get_experiment_by_name("DLPO")
    runs = client.search_runs([experiment.experiment_id], f"tags.`dlpo.run_id` = '{run_id}'")
    run = runs[0]
    best = mlflow.genai.load_prompt(run.data.tags["dlpo.best_prompt"])
    versions = client.search_prompt_versions(best.name)
    print(json.dumps({
        "run": {
            "count": len(runs),
            "status": run.info.status,
            "params": run.data.params,
            "tags": run.data.tags,
            "metrics": {
                key: [[point.step, point.value] for point in client.get_metric_history(run.info.run_id, key)]
                for key in run.data.metrics
            },
            "spec": json.loads(mlflow.artifacts.load_text(f"{run.info.artifact_uri}/spec.json")),
            "promptName": best.name,
            "bestPrompt": best.template,
        },
        "prompts": [version.template for version in sorted(versions, key=lambda version: int(version.version))],
    }))


if __name__ == "__main__":
    main(*sys.argv[1:])
