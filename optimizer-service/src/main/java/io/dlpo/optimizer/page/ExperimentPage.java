package io.dlpo.optimizer.page;

import io.dlpo.studies.experiment.report.ExperimentFigures;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The page of an experiment: {@code experiment-page.html}.
 *
 * @param experiment the figures of the experiment
 */
@CheckedTemplate(defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record ExperimentPage(ExperimentFigures experiment) implements TemplateInstance {}
