/** The wire protocol of each platform. */
@NullMarked
package io.axptoken.client.platform;

import org.jspecify.annotations.NullMarked;
