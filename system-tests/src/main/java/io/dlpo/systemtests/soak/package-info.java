/** The soak test: runs while every part is killed, compared with undisturbed runs. */
@NullMarked
package io.dlpo.systemtests.soak;

import org.jspecify.annotations.NullMarked;
