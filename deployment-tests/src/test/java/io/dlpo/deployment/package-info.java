/** Renders {@code deploy/kubernetes} and checks what comes out. */
@NullMarked
package io.dlpo.deployment;

import org.jspecify.annotations.NullMarked;
