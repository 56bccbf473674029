/** Whose turn it is, where not all can go at once. */
@NullMarked
package io.dlpo.gateway.turn;

import org.jspecify.annotations.NullMarked;
