/** What annotations cannot say in the OpenAPI document. */
@NullMarked
package io.dlpo.optimizer.openapi;

import org.jspecify.annotations.NullMarked;
