import {
  API,
  type Checker,
  SignatureKind,
  type Symbol as TypeScriptSymbol,
  SymbolFlags,
  type Type,
  TypeFlags,
} from 'typescript/unstable/sync';
import { sdkMethods } from '@/sandbox/stripe/params/sdk-methods';
import type { Endpoint, ParamType, ParamTypes } from '@/sandbox/stripe/params/schema';

/** Types of the SDK that stand for a text on the wire. */
const textClasses = new Set(['Decimal']);

/** Files and the like: sent as they are, to endpoints the sandbox does not have. */
const opaqueClasses = new Set(['Uint8Array', 'Buffer', 'FileData', 'ReadableStream']);

/** Turns types of the compiler into parameter types, each once. */
class TypeReader {
  readonly types: ParamType[] = [];
  private readonly places = new Map<number, number>();

  constructor(private readonly checker: Checker) {}

  /** Place of a type; read when it is met for the first time. */
  place(type: Type): number {
    const known = this.places.get(type.id);
    if (known !== undefined) return known;
    const place = this.types.push({ kind: 'any' }) - 1;
    this.places.set(type.id, place);
    this.types[place] = this.read(type);
    return place;
  }

  private add(type: ParamType): number {
    return this.types.push(type) - 1;
  }

  private read(type: Type): ParamType {
    if (type.isUnionType()) return this.readUnion(type.getTypes());
    if (type.isStringLiteralType()) {
      return type.value === '' ? { kind: 'nothing' } : { kind: 'words', values: [type.value] };
    }
    if (type.isNumberLiteralType()) return { kind: 'words', values: [String(type.value)] };
    if (type.flags & TypeFlags.Null) return { kind: 'nothing' };
    if (type.flags & TypeFlags.String) return { kind: 'text' };
    if (type.flags & TypeFlags.Number) return { kind: 'number' };
    if (type.flags & TypeFlags.BooleanLike) return { kind: 'flag' };
    if (type.isObjectType()) return this.readObject(type);
    throw new Error(
      `a parameter of the SDK has a type that is not understood: ${this.checker.typeToString(type)}`,
    );
  }

  /**
   * Alternatives. `OtherString`, by which the SDK leaves lists of words open for answers, is not one: a word that this
   * version of the API does not name is refused by it.
   */
  private readUnion(members: readonly Type[]): ParamType {
    const kept = members.filter((member) => !(member.flags & TypeFlags.Undefined));
    const isBoolean = (member: Type): boolean => Boolean(member.flags & TypeFlags.BooleanLike);
    const named = kept.filter((member) => !member.isIntersectionType() && !isBoolean(member));
    const words = named.flatMap((member) => {
      const read = member.isLiteralType() ? this.read(member) : undefined;
      return read?.kind === 'words' ? read.values : [];
    });
    const others = named
      .filter((member) => !member.isLiteralType() || member.value === '')
      .map((member) => this.place(member));
    const isOpen = words.length === 0 && kept.some((member) => member.isIntersectionType());
    const of = [
      ...others,
      ...(words.length > 0 ? [this.add({ kind: 'words', values: words })] : []),
      ...(kept.some(isBoolean) ? [this.add({ kind: 'flag' })] : []),
      ...(isOpen ? [this.add({ kind: 'text' })] : []),
    ];
    return { kind: 'union', of };
  }

  private readObject(type: Type): ParamType {
    const name = type.getSymbol()?.name ?? '';
    if (textClasses.has(name)) return { kind: 'text' };
    if (opaqueClasses.has(name)) return { kind: 'any' };
    const [element] =
      this.checker.isArrayType(type) && type.isObjectType() && type.isTypeReference()
        ? this.checker.getTypeArguments(type)
        : [];
    if (element !== undefined) return { kind: 'list', of: this.place(element) };
    const properties = this.checker.getPropertiesOfType(type);
    const [index] = this.checker.getIndexInfosOfType(type);
    if (index !== undefined && properties.length === 0)
      return { kind: 'map', of: this.place(index.valueType) };
    return { kind: 'object', fields: this.readFields(properties) };
  }

  private readFields(
    properties: readonly TypeScriptSymbol[],
  ): Extract<ParamType, { kind: 'object' }>['fields'] {
    const types = this.checker.getTypeOfSymbol(properties);
    return Object.fromEntries(
      properties.map((property, position) => {
        const type = types[position];
        if (type === undefined) throw new Error(`${property.name} has no type`);
        return [property.name, { of: this.place(type), required: !(property.flags & SymbolFlags.Optional) }];
      }),
    );
  }
}

/** The methods of the SDK with the parameters their declarations name. */
function readEndpoints(checker: Checker, reader: TypeReader, client: Type): Endpoint[] {
  const member = (type: Type, name: string): Type | undefined => {
    const property = checker.getPropertyOfType(type, name);
    return property && checker.getTypeOfSymbol(property);
  };
  return sdkMethods().flatMap(({ steps, name, call }) => {
    const resource = steps.reduce<Type | undefined>((type, step) => type && member(type, step), client);
    const method = resource && member(resource, name);
    if (method === undefined) return [];
    return checker.getSignaturesOfType(method, SignatureKind.Call).flatMap((signature) => {
      const position = signature.getParameters().findIndex((parameter) => parameter.name === 'params');
      const params = position < 0 ? undefined : checker.getParameterType(signature, position);
      const sent = params && call(position);
      return sent ? [{ ...sent, params: reader.place(params) }] : [];
    });
  });
}

/**
 * Reads from the declarations of the installed SDK, with the installed compiler, what each endpoint takes. Takes a
 * second or two; `loadParamTypes` keeps the result.
 */
export function readParamTypes(): ParamTypes {
  const root = process.cwd();
  const folder = `${root}/.stripe-params`;
  const config = `${folder}/tsconfig.json`;
  const entry = `${folder}/entry.ts`;
  const source = `import type { Stripe } from 'stripe'; export declare const client: Stripe;`;
  const compilerOptions = {
    module: 'nodenext',
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['node'],
  };
  const files: Record<string, string> = {
    [config]: JSON.stringify({ compilerOptions, files: ['entry.ts'] }),
    [entry]: source,
  };
  const api = new API({
    cwd: root,
    fs: {
      readFile: (name) => files[name],
      fileExists: (name) => (name in files ? true : undefined),
      directoryExists: (name) => (name === folder ? true : undefined),
    },
  });
  try {
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
    const symbol = project?.checker.getSymbolAtPosition(entry, source.indexOf('client'));
    const client = symbol && project?.checker.getTypeOfSymbol(symbol);
    if (project === undefined || client === undefined) throw new Error('the SDK has no declarations');
    const reader = new TypeReader(project.checker);
    const endpoints = readEndpoints(project.checker, reader, client);
    return { endpoints, types: reader.types };
  } finally {
    api.close();
  }
}
