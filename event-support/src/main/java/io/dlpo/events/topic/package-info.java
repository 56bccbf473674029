/** Checks that the topics of a service exist, and creates them where that is its job. */
@NullMarked
package io.dlpo.events.topic;

import org.jspecify.annotations.NullMarked;
