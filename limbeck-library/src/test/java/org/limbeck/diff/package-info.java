@org.jspecify.annotations.NullMarked
package org.limbeck.diff;
