/** Promoted prompts: when a run's prompt may be promoted, and what commands make of a name. */
@NullMarked
package io.dlpo.core.registry;

import org.jspecify.annotations.NullMarked;
