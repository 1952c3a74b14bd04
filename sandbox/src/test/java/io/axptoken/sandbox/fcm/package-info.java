@NullMarked
package io.axptoken.sandbox.fcm;

import org.jspecify.annotations.NullMarked;
