/** What users write against: {@link org.limbeck.migration.Migration}, its annotation, the recorder and the words. */
@NullMarked
package org.limbeck.migration;

import org.jspecify.annotations.NullMarked;
