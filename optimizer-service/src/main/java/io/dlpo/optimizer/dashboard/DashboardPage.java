package io.dlpo.optimizer.dashboard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The frame of a live page: {@code dashboard-page.html}.
 *
 * @param page which page it is
 */
@CheckedTemplate(defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record DashboardPage(LivePage page) implements TemplateInstance {}
