package org.limbeck.schema;

/** The kinds of objects that share the verbs create, change, rename and drop. */
public sealed interface CommonObject extends SchemaObject
        permits Domain, CompositeType, View, MaterializedView, Policy, ScriptedObject {}
