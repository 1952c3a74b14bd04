/** The way to Firebase Cloud Messaging: accounts, grants, messages and what comes back. */
@NullMarked
package io.axptoken.push.fcm;

import org.jspecify.annotations.NullMarked;
