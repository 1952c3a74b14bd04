/** The platform's events, and what of them goes to a device. */
@NullMarked
package io.axptoken.push.event;

import org.jspecify.annotations.NullMarked;
