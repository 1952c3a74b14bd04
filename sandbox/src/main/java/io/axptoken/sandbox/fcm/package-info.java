/** Firebase Cloud Messaging and its OAuth host, as a server that sends messages meets them. */
@NullMarked
package io.axptoken.sandbox.fcm;

import org.jspecify.annotations.NullMarked;
