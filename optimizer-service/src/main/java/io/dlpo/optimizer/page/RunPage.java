package io.dlpo.optimizer.page;

import io.dlpo.studies.report.RunFigures;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The page of a run: {@code run-page.html}.
 *
 * @param run the figures of the run
 */
@CheckedTemplate(defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record RunPage(RunFigures run) implements TemplateInstance {}
