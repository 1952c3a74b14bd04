@NullMarked
package io.axptoken.sandbox.idp;

import org.jspecify.annotations.NullMarked;
