import RealModule
public func softmax<T: Real>(_ z: [T]) -> [T] { let e = z.map { T.exp($0) }; let s = e.reduce(0, +); return e.map { $0 / s } }
