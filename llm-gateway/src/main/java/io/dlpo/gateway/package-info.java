/** What a model is asked and what it answers, as the services see it. */
@NullMarked
package io.dlpo.gateway;

import org.jspecify.annotations.NullMarked;
