namespace System.Runtime.CompilerServices;

/// <summary>What the compiler asks for to make records; the framework of analyzers lacks it.</summary>
internal static class IsExternalInit;
