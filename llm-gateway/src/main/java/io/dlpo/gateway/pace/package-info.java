/** How fast all processes go on after an endpoint has said that it is too fast. */
@NullMarked
package io.dlpo.gateway.pace;

import org.jspecify.annotations.NullMarked;
