/** Class paths of projects, told by a real Maven. */
package org.limbeck.jpa.project;
